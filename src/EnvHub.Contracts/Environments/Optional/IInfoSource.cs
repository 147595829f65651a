using System.Text.Json.Nodes;

namespace EnvHub.Contracts;

/// <summary>A vector environment that tells more than observations and rewards. Costs nothing until it is asked for the first time; from
/// then on the old episode's is kept at every end.</summary>
public interface IInfoSource
{
    /// <summary>What the last step or reset of a copy told besides: Gymnasium's <c>info</c>. Where an episode has just ended, the new
    /// episode's, with the old one's under <c>final_info</c>.</summary>
    JsonObject Info(int copy);
}
