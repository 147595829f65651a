using static System.FormattableString;

namespace EnvHub.Envs.ToyText;

/// <summary>Every message of this plugin: codes EH4300 to EH4399.</summary>
internal static class ToyTextErrors
{
    public static HubException NoWay(int size, double frozen, int attempts) => new("EH4301", Invariant(
        $"FrozenLake: none of {attempts} random maps with map_size {size} and map_p {frozen} had a way from start to goal. Raise map_p or lower map_size."));
}
