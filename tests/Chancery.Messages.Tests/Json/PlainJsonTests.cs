using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Messages.Json;
using CsCheck;

namespace Chancery.Messages.Tests.Json;

/// <summary>The short way of writing text gives what the writer itself gives.</summary>
public sealed class PlainJsonTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Char[' ', '~'],
            Sample.AnyOf('\n', '"', '\\', '\'', '&', '+', '<', '>', '`', '\t', '\u007F', '\u0007', 'é', '€'),
            Gen.Char['A', 'Z']
        )
        .Array[0, 200]
        .Select(characters => new string(characters));

    [Fact]
    public void Text_is_written_as_the_writer_would_write_it()
    {
        Texts.Sample(text => Same(text, new JsonWriterOptions()));
        Texts.Sample(text => Same(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Texts.Sample(text => Same(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ONE LINE")]
    [InlineData("TWO\nLINES")]
    [InlineData("\n")]
    [InlineData("A \"WORD\" AND C:\\PATH\nAND 'ANOTHER' & MORE + <MORE>")]
    public void Ordinary_lines_are_written_as_the_writer_would_write_them(string text)
    {
        Assert.True(Same(text, new JsonWriterOptions()));
        Assert.True(Same(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.True(Same(text, new JsonWriterOptions { Indented = true }));
    }

    private static bool Same(string text, JsonWriterOptions options) =>
        Written(options, writer => writer.WriteText(Encoding.UTF8.GetBytes(text)))
        == Written(options, writer => writer.WriteStringValue(Encoding.UTF8.GetBytes(text)));

    private static string Written(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, options))
        {
            writer.WriteStartArray();
            write(writer);
            write(writer);
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
