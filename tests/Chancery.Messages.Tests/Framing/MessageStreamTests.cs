using System.IO.Pipelines;
using System.Text;
using CsCheck;

namespace Chancery.Messages.Tests.Framing;

/// <summary>Messages that come through a pipe. EXERCISE. Alone: what other tests hold would count as its memory.</summary>
[Collection(nameof(MessageStreamTests))]
[CollectionDefinition(nameof(MessageStreamTests), DisableParallelization = true)]
public sealed class MessageStreamTests
{
    private static readonly MessageReader Reader = new();

    /// <summary>Samples one after another, some with words between and some cut short.</summary>
    private static readonly Gen<byte[]> Traffic = Gen.Select(Sample.AnyOf(Sample.All), Gen.Int[0, 12], Gen.Int[0, 3000])
        .Array[1, 60]
        .Select(parts =>
        {
            var text = new StringBuilder();
            foreach (var (sample, kind, words) in parts)
            {
                text.Append(kind == 0 ? sample[..(sample.Length / 2)] + "\n" : sample);
                text.Append(kind == 1 ? string.Concat(Enumerable.Repeat("EXERCISE WORDS BETWEEN MESSAGES\n", words / 32)) : "");
            }
            return Encoding.UTF8.GetBytes(text.ToString());
        });

    [Fact]
    public void A_pipe_gives_the_messages_of_the_whole_input() =>
        Gen.Select(Traffic, Gen.Int[1, 90_000])
            .Sample(
                (input, chunk) =>
                {
                    var read = Collect(new Chunks(input, chunk, input.Length));

                    Assert.Equal(
                        Reader.ReadAll(input).Select(m => (m.Offset, m.Line, m.Raw.Length, m.MessageIdentity, m.Findings.Length)),
                        read.Select(m => (m.Offset, m.Line, m.Raw.Length, m.MessageIdentity, m.Findings.Length))
                    );
                },
                iter: 150
            );

    [Fact]
    public void Nothing_gives_nothing_and_an_endless_line_is_given_in_pieces()
    {
        Assert.Empty(Collect(new Chunks([], 10, 0)));

        var pieces = Collect(new Chunks(Encoding.ASCII.GetBytes("ENDLESS "), 50_000, 1_000_000), mostBytes: 131_072);

        Assert.Equal(1_000_000, pieces.Sum(m => m.Raw.Length));
        Assert.All(pieces, m => Assert.InRange(m.Raw.Length, 1, 131_072));
    }

    [Fact]
    public async Task Memory_does_not_grow_with_the_input()
    {
        const long Length = 120_000_000;
        var traffic = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(string.Concat(Sample.All), 20)));
        var pipe = PipeReader.Create(new Chunks(traffic, 50_000, Length));
        var (messages, bytes, highest) = (0, 0L, 0L);
        await foreach (var message in new MessageStream().ReadAsync(pipe, TestContext.Current.CancellationToken))
        {
            bytes += message.Raw.Length;
            if (++messages % 20_000 == 0)
            {
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true));
            }
        }
        Assert.Equal(Length, bytes);
        Assert.True(messages > 200_000);
        Assert.InRange(highest, 1, 64 * 1024 * 1024);
    }

    private static List<Message> Collect(Stream stream, int mostBytes = 16 * 1024 * 1024)
    {
        var all = new MessageStream(Reader) { MostBytes = mostBytes }.ReadAsync(PipeReader.Create(stream));
        return all.ToBlockingEnumerable().ToList();
    }

    /// <summary>The bytes over and over up to a length, in chunks.</summary>
    private sealed class Chunks(byte[] bytes, int chunk, long length) : Stream
    {
        private long at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position
        {
            get => at;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var taken = (int)Math.Min(Math.Min(count, chunk), length - at);
            for (var put = 0; put < taken; )
            {
                var from = (int)((at + put) % bytes.Length);
                var run = Math.Min(bytes.Length - from, taken - put);
                bytes.AsSpan(from, run).CopyTo(buffer.AsSpan(offset + put));
                put += run;
            }
            at += taken;
            return taken;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
