using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Chancery.EndToEnd.Tests.Doors;

/// <summary>The other end of a line: says bytes and hears lines, each within a minute.</summary>
internal sealed class Peer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TcpClient client;
    private Stream stream;
    private StreamReader lines;

    private Peer(TcpClient client)
    {
        this.client = client;
        client.NoDelay = true;
        stream = client.GetStream();
        lines = new StreamReader(stream, Encoding.ASCII);
    }

    public static Peer Connect(int port) => new(new TcpClient("127.0.0.1", port));

    public Task Say(string text) => Say(Encoding.ASCII.GetBytes(text));

    public async Task Say(byte[] bytes)
    {
        await stream.WriteAsync(bytes);
        await stream.FlushAsync();
    }

    /// <summary>The next line that is not empty; null where the other side has ended the line.</summary>
    public async Task<string?> Hear()
    {
        try
        {
            string? line;
            do
            {
                line = await lines.ReadLineAsync().WaitAsync(Patience);
            } while (line is not null && line.Trim().Length == 0);
            return line?.Trim();
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The last line of an SMTP answer.</summary>
    public async Task<string?> Answer()
    {
        string? line;
        do
        {
            line = await Hear();
        } while (line is { Length: > 3 } && line[3] == '-');
        return line;
    }

    /// <summary>Says a line and hears the code that answers it.</summary>
    public async Task<string?> Ask(string line)
    {
        await Say(line + "\r\n");
        return (await Answer())?[..3];
    }

    /// <summary>Waits for the answer to a transmission; false where the line ends instead.</summary>
    public async Task<bool> IsQuitted(string number)
    {
        while (await Hear() is { } line)
        {
            if (line == $"QSL {number}")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Sends no more, but listens on.</summary>
    public void CloseOwnEnd() => client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Goes on in TLS, showing a certificate or none; any certificate of the other side is taken.</summary>
    public async Task Secure(X509Certificate2? own)
    {
        var secured = new SslStream(stream, leaveInnerStreamOpen: false, (_, shown, _, _) => shown is not null);
        stream = secured;
        await secured.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                ClientCertificates = own is null ? [] : [own],
                LocalCertificateSelectionCallback = own is null ? null : (_, _, _, _, _) => own,
            }
        );
        lines = new StreamReader(secured, Encoding.ASCII);
    }

    public void Dispose()
    {
        lines.Dispose();
        stream.Dispose();
        client.Dispose();
    }

    /// <summary>An invented message.</summary>
    public static string Telegram(string channel, int n) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"VZCZC{channel}\r\nRR RVEHZZ\r\nDE RVEHCC #{n:0000} 0011200\r\nZNR UUUUU\r\nR 011200Z JAN 24\r\nFM LEGATION NORTHPORT\r\nTO RVEHZZ/MINFOR HOMECITY\r\nBT\r\nUNCLAS NORTHPORT {n:000000}\r\n\r\nSUBJECT: EXERCISE: RETURN NUMBER {n}\r\n\r\n1. (U) EXERCISE.\r\nBT\r\n#{n:0000}\r\nNNNN\r\n"
        );
}
