using System.Text;
using Chancery.Messages.Framing;
using CsCheck;

namespace Chancery.Messages.Tests.Framing;

public sealed class ViewMakerTests
{
    [Theory]
    [InlineData("\uFEFFABC", "ABC", "N-1")]
    [InlineData("A\0B\bC\u007FD", "ABCD", "N-2")]
    [InlineData("A\fB", "A\nB", "N-2")]
    [InlineData("A&#x000A;B", "A\nB", "N-2")]
    [InlineData("A\\\nB", "A\nB", "N-2")]
    [InlineData("A\\\r\r\nB", "A\r\r\nB", "N-2")]
    [InlineData("A&#8217;B", "A\u2019B", "N-3")]
    [InlineData("A&#146;B", "A\u2019B", "N-3")]
    [InlineData("A&amp;B &lt;&gt;&quot;&nbsp;", "A&B <>\" ", "N-3")]
    [InlineData("<p>A<br/>B</p> <a href=\"x\">C</a>", "A\nB\n C", "N-3")]
    [InlineData("TAGS: [ASEC](#) [ML](https://x)", "TAGS: ASEC ML", "N-4")]
    [InlineData("\u00b6 1. A", "1. A", "N-5")]
    [InlineData("R\u2009021015Z\u3000OCT", "R 021015Z OCT", "N-3")]
    [InlineData("Classi\uFB01ed o\uFB03ce \uFB02ag o\uFB00 ba\uFB04e", "Classified office flag off baffle", "N-3")]
    public void What_copies_add_is_left_out_and_its_rule_kept(string raw, string expected, string rule)
    {
        var view = ViewMaker.Make(Encoding.UTF8.GetBytes(raw));

        Assert.Equal(expected, Encoding.UTF8.GetString(view.Bytes.Span));
        Assert.All(view.Edits.ToArray(), edit => Assert.Equal(rule, edit.Rule));
    }

    [Theory]
    [InlineData("PLAIN TEXT\r\r\nWITH \tTAB AND \aBELL")]
    [InlineData("a < b & c > d; AT&T [x] [y] (z) C:\\path <c> &unknown; &#0; &#7;")]
    [InlineData("d\u00e9j\u00e0 vu \u2013 \u2019")]
    [InlineData("[a\n](b) [](c) [d] (e) [f](g\n)")]
    public void What_is_no_mark_up_stays_and_costs_no_copy(string raw)
    {
        ReadOnlyMemory<byte> bytes = Encoding.UTF8.GetBytes(raw);

        var view = ViewMaker.Make(bytes);

        Assert.True(view.Edits.IsEmpty);
        Assert.True(view.Bytes.Equals(bytes));
    }

    [Theory]
    [InlineData(
        "A LINE THAT IS LONG ENOUGH TO BE BROKEN =\nAND GOES ON, AND ONCE MORE UNTIL IT IS=\r\n BROKEN",
        "A LINE THAT IS LONG ENOUGH TO BE BROKEN AND GOES ON, AND ONCE MORE UNTIL IT IS BROKEN"
    )]
    [InlineData(
        "Content-Transfer-Encoding: quoted-printable\n\nTHE BOARD=E2=80=99S=20\nDUES =3D 4",
        "Content-Transfer-Encoding: quoted-printable\n\nTHE BOARD\u2019S \nDUES = 4"
    )]
    [InlineData("ONE=20\nTWO=20\nTHE BOARD=92S", "ONE \nTWO \nTHE BOARD\u2019S")]
    [InlineData("ONE=20\nTWO=20\nTHREE=A0FOUR=00", "ONE \nTWO \nTHREE FOUR=00")]
    public void A_quoted_printable_text_is_read_as_what_it_stands_for(string raw, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(ViewMaker.Make(Encoding.UTF8.GetBytes(raw)).Bytes.Span));

    [Theory]
    [InlineData("=====================================\nSUMMARY\n=====================================\nWORDS")]
    [InlineData("HTTP://WWW.EXAMPLE.ORG/A?B=20&C=3D\nHTTP://WWW.EXAMPLE.ORG/A?B=20&C=3D")]
    [InlineData("A =\nB =\nC")]
    [InlineData("OU=CNO WASHINGTON DC,OU=20,C=US\nOU=CNO WASHINGTON DC,OU=20,C=US")]
    public void Equal_signs_of_rules_and_addresses_are_none_of_a_mail(string raw) =>
        Assert.True(ViewMaker.Make(Encoding.UTF8.GetBytes(raw)).Edits.IsEmpty);

    [Fact]
    public void Bytes_that_are_not_utf8_are_read_as_windows_1252()
    {
        var view = ViewMaker.Make(new byte[] { (byte)'A', 0x93, (byte)'B', 0x94, 0xE9, 0x81 });

        Assert.Equal("A\u201CB\u201D\u00E9\uFFFD", Encoding.UTF8.GetString(view.Bytes.Span));
    }

    [Fact]
    public void A_place_of_the_view_leads_back_to_the_raw_bytes()
    {
        const string Raw = "TAGS: [ASEC](#) [ML](#)";
        var view = ViewMaker.Make(Encoding.UTF8.GetBytes(Raw));
        var place = Encoding.UTF8.GetString(view.Bytes.Span).IndexOf("ML", StringComparison.Ordinal);

        var raw = view.ToRaw(new TextSpan(place, 2));

        Assert.Equal("ML", Raw.Substring(raw.Start, 2));
    }

    [Fact]
    public void The_way_back_is_monotone_and_the_view_is_valid_utf8() =>
        Gen.OneOf(
                Gen.Byte.Array[0, 400],
                Sample
                    .AnyOf("[A](#)", "&amp;", "<b>", "\\\n", "\u00b6 1", "\0", "\f", "x", "\u2019")
                    .List[0, 60]
                    .Select(p => Encoding.UTF8.GetBytes(string.Concat(p)))
            )
            .Sample(
                raw =>
                {
                    var view = ViewMaker.Make(raw);
                    Assert.True(System.Text.Unicode.Utf8.IsValid(view.Bytes.Span));
                    var last = 0;
                    for (var at = 0; at < view.Bytes.Length; at++)
                    {
                        var place = view.ToRaw(new TextSpan(at, 1));
                        Assert.InRange(place.Start, last, raw.Length);
                        Assert.InRange(place.End, place.Start, raw.Length);
                        if (!view.Edits.ToArray().Any(edit => edit.View.Contains(at)))
                        {
                            Assert.Equal(view.Bytes.Span[at], raw[place.Start]);
                        }
                        last = place.Start;
                    }
                },
                iter: 2000
            );

    [Theory]
    [InlineData("ONE<br/>TWO", "ONE\nTWO")]
    [InlineData("ONE<BR>TWO", "ONE\nTWO")]
    [InlineData("ONE<br>\nTWO", "ONE\nTWO")]
    [InlineData("<p>ONE</p>\n<p>TWO</p>", "ONE\nTWO")]
    [InlineData("<span class=\"x\">ONE</span> TWO", "ONE TWO")]
    [InlineData("<SECRET> ONE", "<SECRET> ONE")]
    public void A_tag_that_begins_a_line_on_the_page_is_a_line_end_where_none_stands(string raw, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(ViewMaker.Make(Encoding.UTF8.GetBytes(raw)).Bytes.Span));

    [Fact]
    public void A_view_of_a_view_leads_every_place_back_to_the_raw_bytes() =>
        Gen.Select(Gen.Char["AB<br>&amp;\n "].Array[0, 40], Gen.Select(Gen.Int[0, 6], Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 8])
            .Sample(
                (letters, changes) =>
                {
                    var raw = Encoding.ASCII.GetBytes(letters);
                    var inner = ViewMaker.Make(raw);
                    var edits = new ViewEdits(inner.Bytes);
                    var at = 0;
                    foreach (var (step, length, put) in changes)
                    {
                        if (at + step + length <= inner.Bytes.Length)
                        {
                            at = edits.Replace(at + step, length, Encoding.ASCII.GetBytes("xyz"[..put]), "N-2");
                        }
                    }
                    var outer = edits.ToView(isAscii: true);

                    var over = MessageView.Over(inner, outer);

                    Assert.Equal(outer.Bytes.ToArray(), over.Bytes.ToArray());
                    Assert.Equal(raw, over.Raw.ToArray());
                    var (view, rawAt) = (0, 0);
                    foreach (var edit in over.Edits)
                    {
                        Assert.Equal(
                            over.Bytes.Slice(view, edit.View.Start - view).ToArray(),
                            over.Raw.Slice(rawAt, edit.Raw.Start - rawAt).ToArray()
                        );
                        (view, rawAt) = (edit.View.End, edit.Raw.End);
                    }
                    Assert.Equal(over.Bytes[view..].ToArray(), over.Raw[rawAt..].ToArray());
                }
            );
}
