namespace Chancery.Exercise.Traffic;

/// <summary>What happens next to a request for equipment.</summary>
internal enum EquipmentStep : byte
{
    /// <summary>The capital asks for what is missing.</summary>
    Question,

    /// <summary>The post says what was missing.</summary>
    Supplement,

    /// <summary>The capital promises.</summary>
    Promise,

    /// <summary>The capital refuses.</summary>
    Refusal,

    /// <summary>The post asks where the promise is.</summary>
    Reminder,

    /// <summary>The logistics command ships.</summary>
    Shipment,

    /// <summary>The post has received.</summary>
    Receipt,
}
