global using Microsoft.CodeAnalysis;
global using Puddles.Contracts;
global using Puddles.Generators.Model;
