using Chancery.Server;

namespace Chancery.Web.Tests;

public sealed class ServeTests(ServedOffice office)
{
    [Theory]
    [InlineData("127.0.0.1:8127", "127.0.0.1", 8127, true)]
    [InlineData("localhost:0", "localhost", 0, true)]
    [InlineData("[::1]:80", "::1", 80, true)]
    [InlineData("0.0.0.0:443", "0.0.0.0", 443, false)]
    [InlineData("*:443", "*", 443, false)]
    [InlineData("192.0.2.7:443", "192.0.2.7", 443, false)]
    public void An_address_to_listen_at_is_read(string text, string host, int port, bool isLoopback)
    {
        var address = ListenAddress.Parse(text);

        Assert.Equal(new ListenAddress(host, port), address);
        Assert.Equal(isLoopback, address?.IsLoopback);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:many")]
    [InlineData("127.0.0.1:70000")]
    [InlineData(":80")]
    [InlineData("::1:80")]
    public void What_is_no_address_is_refused(string text) => Assert.Null(ListenAddress.Parse(text));

    [Fact]
    public async Task Listening_beyond_this_machine_without_https_is_refused_in_one_sentence()
    {
        var refusal = await Refused("0.0.0.0:0");

        Assert.Equal(ServeRefusal.WrongUsage, refusal.ExitCode);
        Assert.Contains("[http]", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_refused_in_one_sentence_and_leaves_the_store_free()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-web-tests-");
        try
        {
            var refusal = await Refused($"127.0.0.1:{office.Address.Port}", folder.FullName);
            Assert.Equal(ServeRefusal.NotReached, refusal.ExitCode);
            Assert.Contains("is in use", refusal.Message, StringComparison.Ordinal);

            await using var server = await DeskServer.Start(
                new ServeOptions(folder.FullName, "127.0.0.1:0"),
                TimeProvider.System,
                CancellationToken.None
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_store_that_is_served_is_not_served_twice()
    {
        var refusal = await Refused("127.0.0.1:0", office.Folder);

        Assert.Contains(office.Address.ToString().TrimEnd('/'), refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<ServeRefusal> Refused(string listen, string? folder = null)
    {
        var own = folder is null ? Directory.CreateTempSubdirectory("chancery-web-tests-") : null;
        try
        {
            return await Assert.ThrowsAsync<ServeRefusal>(() =>
                DeskServer.Start(new ServeOptions(folder ?? own!.FullName, listen), TimeProvider.System, CancellationToken.None)
            );
        }
        finally
        {
            own?.Delete(recursive: true);
        }
    }
}
