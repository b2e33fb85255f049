using PolyType;
using StreamJsonRpc;

namespace Peers;

/// <summary>What a worker offers. StreamJsonRpc makes the client's side of it.</summary>
[JsonRpcContract]
[GenerateShape(IncludeMethods = MethodShapeFlags.PublicInstance)]
public partial interface IWork : IDisposable
{
    Task<int> IncAsync(int value);

    Task<byte[]> EchoAsync(byte[] bytes);

    Task<int> NapAsync(int milliseconds);
}
