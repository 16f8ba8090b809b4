namespace Chancery.Storage.Contract;

/// <summary>A query as a tree of its own, printed for the product and answered by looking at every text: slow, separate and obviously right.</summary>
internal abstract record PlainQuery
{
    /// <summary>The query as people type it.</summary>
    public abstract string Print();

    /// <summary>Whether a text answers it.</summary>
    public abstract bool Holds(PlainText text);

    public sealed record Word(string Text, bool Exact) : PlainQuery
    {
        public override string Print() => (Exact ? "=" : "") + Text;

        public override bool Holds(PlainText text) => text.Words.Contains(Text);
    }

    public sealed record Beginning(string Text) : PlainQuery
    {
        public override string Print() => Text + "*";

        public override bool Holds(PlainText text) => text.Words.Exists(word => word.StartsWith(Text, StringComparison.Ordinal));
    }

    public sealed record Phrase(string First, string Second) : PlainQuery
    {
        public override string Print() => $"\"{First} {Second}\"";

        public override bool Holds(PlainText text) =>
            Enumerable.Range(0, text.Words.Count - 1).Any(i => text.Words[i] == First && text.Words[i + 1] == Second);
    }

    public sealed record Near(string One, string Other, int Between) : PlainQuery
    {
        public override string Print() => $"NEAR({One} {Other}, {Between})";

        public override bool Holds(PlainText text)
        {
            var ones = Places(text, One);
            var others = Places(text, Other);
            return ones.Exists(one => others.Exists(other => one != other && Math.Abs(one - other) - 1 <= Between));
        }

        private static List<int> Places(PlainText text, string word) =>
            [.. Enumerable.Range(0, text.Words.Count).Where(i => text.Words[i] == word)];
    }

    public sealed record Subject(string Text) : PlainQuery
    {
        public override string Print() => $"subject:{Text}";

        public override bool Holds(PlainText text) => text.Subject.Contains(Text);
    }

    public sealed record Level(string Name) : PlainQuery
    {
        public override string Print() => $"level:{Name}";

        public override bool Holds(PlainText text) => text.Level == Name;
    }

    public sealed record Dated(string Field, int Day) : PlainQuery
    {
        public override string Print() => $"{Field}:2026-03-{Day:00}";

        public override bool Holds(PlainText text) =>
            Field switch
            {
                "after" => text.Day >= Day,
                "before" => text.Day < Day,
                _ => text.Day == Day,
            };
    }

    public sealed record Unanswered : PlainQuery
    {
        public override string Print() => "is:unanswered";

        public override bool Holds(PlainText text) => text.IsUnanswered;
    }

    public sealed record Not(PlainQuery Part) : PlainQuery
    {
        public override string Print() => Part is Word or Beginning or Level or Unanswered ? $"-{Part.Print()}" : $"NOT ({Part.Print()})";

        public override bool Holds(PlainText text) => !Part.Holds(text);
    }

    public sealed record All(PlainQuery One, PlainQuery Other) : PlainQuery
    {
        public override string Print() => $"({One.Print()} {Other.Print()})";

        public override bool Holds(PlainText text) => One.Holds(text) && Other.Holds(text);
    }

    public sealed record Any(PlainQuery One, PlainQuery Other) : PlainQuery
    {
        public override string Print() => $"({One.Print()} OR {Other.Print()})";

        public override bool Holds(PlainText text) => One.Holds(text) || Other.Holds(text);
    }
}
