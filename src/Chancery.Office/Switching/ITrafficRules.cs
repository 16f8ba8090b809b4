namespace Chancery.Office;

/// <summary>Decides about a message inside its commit, with everything accepted before it in view.</summary>
public interface ITrafficRules
{
    /// <summary>What becomes of a message. Called on the writer's thread: quick, and without effects of its own.</summary>
    TrafficDecision Decide(NewMessage incoming, ISwitchHistory history, DateTimeOffset at);
}
