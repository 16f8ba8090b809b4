using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Chancery.Bench.Accept;

/// <summary>Mails messages over one kept connection, line by line as Postfix's smtp-source does, or what may go together in one piece.</summary>
internal sealed class MailSender(int port, bool isPipelined) : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[4096];
    private int filled;

    public void Send(Burst burst, List<double> waits)
    {
        // Not before its turn: a mail server hangs up on who says nothing for minutes.
        if (!socket.Connected)
        {
            socket.Connect("127.0.0.1", port);
            Expect("220");
            Say("EHLO exercise\r\n"u8, "250");
        }
        while (burst.Lasts)
        {
            var text = BenchTelegram.Next();
            var mail = new byte[Head.Length + text.Length + 5];
            Head.CopyTo(mail);
            text.CopyTo(mail, Head.Length);
            "\r\n.\r\n"u8.CopyTo(mail.AsSpan(Head.Length + text.Length));
            var started = Stopwatch.GetTimestamp();
            if (isPipelined)
            {
                Say("MAIL FROM:<a@example.org>\r\nRCPT TO:<centre@example.org>\r\nDATA\r\n"u8, "250");
                Expect("250");
                Expect("354");
            }
            else
            {
                Say("MAIL FROM:<a@example.org>\r\n"u8, "250");
                Say("RCPT TO:<centre@example.org>\r\n"u8, "250");
                Say("DATA\r\n"u8, "354");
            }
            Say(mail, "250");
            waits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    public void Dispose() => socket.Dispose();

    private static ReadOnlySpan<byte> Head => "From: a@example.org\r\nTo: centre@example.org\r\nSubject: EXERCISE\r\n\r\n"u8;

    private void Say(ReadOnlySpan<byte> line, string expected)
    {
        socket.Send(line);
        Expect(expected);
    }

    private void Expect(string code)
    {
        string line;
        do
        {
            line = Line();
        } while (line.Length > 3 && line[3] == '-');
        if (!line.StartsWith(code, StringComparison.Ordinal))
        {
            throw new IOException(line);
        }
    }

    private string Line()
    {
        while (true)
        {
            var end = buffer.AsSpan(0, filled).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Encoding.ASCII.GetString(buffer, 0, end);
                buffer.AsSpan(end + 1, filled - end - 1).CopyTo(buffer);
                filled -= end + 1;
                return line;
            }
            var count = socket.Receive(buffer.AsSpan(filled));
            filled += count > 0 ? count : throw new IOException("the connection ended");
        }
    }
}
