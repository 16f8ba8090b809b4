namespace Chancery.Messages;

/// <summary>How fast a message must travel, lowest first: the order of the queue (transmission.md 3.1).</summary>
public enum Precedence : byte
{
    /// <summary>M, national and old.</summary>
    Deferred,

    /// <summary>R.</summary>
    Routine,

    /// <summary>P.</summary>
    Priority,

    /// <summary>O.</summary>
    Immediate,

    /// <summary>O with the word NIACT behind an addressee: to be acted on at night.</summary>
    NiactImmediate,

    /// <summary>Z.</summary>
    Flash,

    /// <summary>W, US networks [K?].</summary>
    Critic,

    /// <summary>Y, national.</summary>
    EmergencyCommand,
}
