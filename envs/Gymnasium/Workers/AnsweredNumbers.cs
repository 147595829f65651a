namespace EnvHub.Envs.Gymnasium;

/// <summary>Looks for NaN in what a worker's answer left in the memory.</summary>
internal static class AnsweredNumbers
{
    /// <param name="first">The number that the vector gives the worker's first copy, for messages.</param>
    /// <param name="isStep">Whether rewards and final observations are part of the answer.</param>
    /// <returns>What is wrong; null for nothing.</returns>
    public static HubException? Check(string id, SharedRegion region, int first, bool isStep)
    {
        int n = region.Layout.ObservationElements;
        int bad = NaNSearch.IndexOfNaN<float>(region.Observations);
        if (bad >= 0) return GymnasiumErrors.NotFinite(id, first + bad / n, "an observation");
        if (!isStep) return null;
        bad = NaNSearch.IndexOfNaN<double>(region.Rewards);
        if (bad >= 0) return GymnasiumErrors.NotFinite(id, first + bad, "the reward");
        for (int i = 0; i < region.Rewards.Length; i++)
        {
            if (!(region.Terminated[i] | region.Truncated[i])) continue;
            if (NaNSearch.IndexOfNaN<float>(region.FinalObservations.Slice(i * n, n)) >= 0)
                return GymnasiumErrors.NotFinite(id, first + i, "the last observation");
        }
        return null;
    }
}
