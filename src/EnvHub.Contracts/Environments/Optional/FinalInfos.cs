using System.Text.Json.Nodes;

namespace EnvHub.Contracts;

/// <summary>The infos of episodes that ended in the last step, which Gymnasium shows as <c>final_info</c> in the new episode's. Kept only
/// once somebody has asked for an info.</summary>
internal sealed class FinalInfos(int count)
{
    private JsonObject?[]? _infos;

    /// <summary>Whether infos of ends are wanted.</summary>
    public bool AreKept => _infos is not null;

    /// <summary>A copy's info, with the old episode's where one ended in the last step.</summary>
    public JsonObject With(JsonObject? info, int copy)
    {
        _infos ??= new JsonObject?[count];
        var whole = info ?? [];
        if (_infos[copy] is { } final) whole["final_info"] = final.DeepClone();
        return whole;
    }

    /// <summary>Notes the old episode's info at its end; null for none.</summary>
    public void Set(int copy, JsonObject? info) => _infos?[copy] = info;

    /// <summary>Forgets those of neighbouring copies, which go on.</summary>
    public void Clear(int first, int length) => _infos?.AsSpan(first, length).Clear();
}
