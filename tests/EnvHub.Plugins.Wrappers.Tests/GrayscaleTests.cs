using System.Security.Cryptography;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>Every colour there is, against the expression of Gymnasium's <c>GrayscaleObservation</c>.</summary>
public class GrayscaleTests
{
    private const string Program = """
        import hashlib, types
        import gymnasium as gym, numpy as np
        from gymnasium.wrappers import GrayscaleObservation
        class Colours(gym.Env):
            observation_space = gym.spaces.Box(0, 255, (256, 256, 3), np.uint8)
            action_space = gym.spaces.Discrete(1)
        shade, digest = GrayscaleObservation(Colours()).func, hashlib.sha256()
        green, blue = np.mgrid[0:256, 0:256]
        for red in range(256):
            digest.update(shade(np.stack([np.full_like(green, red), green, blue], axis=-1).astype(np.uint8)).tobytes())
        print(digest.hexdigest())
        """;

    [Test]
    public void Shade_EveryColour_IsGymnasiums()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var shades = new byte[256 * 256];
        for (int red = 0; red < 256; red++)
        {
            for (int i = 0; i < shades.Length; i++) shades[i] = GrayscaleObservation.Shade(red, i >> 8, i & 255);
            digest.AppendData(shades);
        }
        Assert.That(Convert.ToHexStringLower(digest.GetHashAndReset()), Is.EqualTo(RealPython.Run(Program).Trim()));
    }
}
