using System.Text;

namespace Chancery.Cli.Tests;

/// <summary>A terminal of which the test sees everything.</summary>
internal sealed class TestTerminal
{
    private readonly MemoryStream output = new();
    private readonly StringWriter error = new() { NewLine = "\n" };

    public byte[] Input { get; init; } = [];

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public bool IsTerminal { get; init; }

    public byte[] Bytes => output.ToArray();

    public string Out => Encoding.UTF8.GetString(Bytes);

    public string Error => error.ToString();

    public Task<int> Run(params string[] arguments) =>
        Tool.Run(
            arguments,
            new Terminal
            {
                OpenInput = () => new MemoryStream(Input),
                Out = output,
                Error = error,
                OutIsTerminal = IsTerminal,
                Variable = name => Variables.GetValueOrDefault(name),
            }
        );
}
