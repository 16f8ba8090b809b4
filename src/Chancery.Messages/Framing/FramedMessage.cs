namespace Chancery.Messages.Framing;

/// <summary>Where one message stands in an input.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Line">The line of the input on which it begins, from 1.</param>
/// <param name="IsCutShort">True where the next message began before this one had its end mark (TX-106).</param>
internal readonly record struct FramedMessage(int Start, int Length, int Line, bool IsCutShort);
