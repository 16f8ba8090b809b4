using System.IO.Pipelines;
using Chancery.Web.Api;
using CsCheck;

namespace Chancery.Web.Tests;

public sealed class FramedBodyTests
{
    private static readonly Gen<(byte[] Bytes, string? Key)[]> Frames = Gen.Select(
        Gen.Byte.Array[0, 300],
        Gen.OneOf(Gen.Const((string?)null), Gen.Char['!', '~'].Array[1, 30].Select(letters => (string?)new string(letters)))
    ).Array[0, 8];

    [Fact]
    public void Frames_come_back_as_they_were_sent_in_pieces_of_any_size() =>
        Gen.Select(Frames, Gen.Int[1, 50], Gen.Bool)
            .Sample(
                (frames, piece, isSpaced) =>
                {
                    var sent = new List<byte>();
                    foreach (var (bytes, key) in frames)
                    {
                        sent.AddRange(
                            Encoding.ASCII.GetBytes($"{bytes.Length}{(key is null ? "" : " " + key)}{(isSpaced ? "\r\n" : "\n")}")
                        );
                        sent.AddRange(bytes);
                        sent.AddRange(isSpaced ? "\r\n\r\n"u8 : []);
                    }
                    var body = new FramedBody(PipeReader.Create(new InPieces([.. sent], piece)), 1000);
                    foreach (var (bytes, key) in frames)
                    {
                        var frame = Next(body);
                        Assert.Equal((BodyFrameKind.Whole, key), (frame!.Kind, frame.Key));
                        Assert.Equal(bytes, frame.Bytes.ToArray());
                    }
                    Assert.Null(Next(body));
                }
            );

    [Fact]
    public void Bytes_of_any_kind_are_read_to_an_end() =>
        Gen.Select(Gen.OneOf(Gen.Byte, Gen.Byte[48, 57], Gen.Const((byte)'\n')).Array[0, 400], Gen.Int[1, 50])
            .Sample(
                (bytes, piece) =>
                {
                    var body = new FramedBody(PipeReader.Create(new InPieces(bytes, piece)), 100);
                    var count = 0;
                    while (Next(body) is { } frame && frame.Kind is BodyFrameKind.Whole or BodyFrameKind.TooLarge)
                    {
                        Assert.True(++count <= bytes.Length);
                        Assert.True(frame.Bytes.Length <= 100);
                    }
                }
            );

    private static BodyFrame? Next(FramedBody body) => body.Next(CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private sealed class InPieces(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(piece, buffer.Length)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
