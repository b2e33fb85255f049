global using Microsoft.CodeAnalysis;
global using Puddles.Generators.Model;
