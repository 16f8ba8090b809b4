namespace Chancery.Office;

/// <summary>What waits for a circuit that is out and could go by another one.</summary>
/// <param name="Circuit">The circuit that is out.</param>
/// <param name="By">The circuit that is offered.</param>
/// <param name="Deliveries">What would go by it, the highest precedence first.</param>
public sealed record OfferedCircuit(string Circuit, string By, ImmutableArray<long> Deliveries);
