using System.Text.Json;

namespace EnvHub.Envs.ToyText.Tests;

/// <summary>Text pictures against the real Gymnasium's, and pixels against the cells.</summary>
public sealed class PictureTests
{
    private const int Steps = 250;

    private const string Program = """
        import json, sys, gymnasium
        env = gymnasium.make(sys.argv[1], render_mode="ansi")
        env.reset(seed=5)
        texts = [env.render()]
        for i in range(int(sys.argv[2])):
            _, _, terminated, truncated, _ = env.step((i * 7 + i // 3) % int(env.action_space.n))
            if terminated or truncated: env.reset()
            texts.append(env.render())
        print(json.dumps(texts))
        """;

    private static readonly Dictionary<string, Func<IVectorEnvironment>> Environments = new()
    {
        ["FrozenLake-v1"] = static () => new FrozenLake(1),
        ["FrozenLake8x8-v1"] = static () => new FrozenLake(1, isLarge: true),
        ["CliffWalking-v1"] = static () => new CliffWalking(1),
        ["Taxi-v4"] = static () => new Taxi(1),
    };

    [TestCase("FrozenLake-v1")]
    [TestCase("FrozenLake8x8-v1")]
    [TestCase("CliffWalking-v1")]
    [TestCase("Taxi-v4")]
    public void Render_Ansi_IsGymnasiumsText(string id)
    {
        string[] expected = JsonSerializer.Deserialize<string[]>(RealPython.Run(Program, id, $"{Steps}"))!;
        using var environment = Environments[id]();
        var arena = new StepArena(environment);
        environment.Reset([5], arena.Observations);
        var texts = new List<string> { TextOf(environment) };
        for (int i = 0; i < Steps; i++)
        {
            arena.Actions[0] = (i * 7 + i / 3) % ((DiscreteSpace)environment.Spec.ActionSpace).Count;
            environment.Step(arena.Actions, arena.Buffers);
            texts.Add(TextOf(environment));
        }
        Assert.That(texts, Is.EqualTo(expected));
    }

    [TestCase("FrozenLake-v1", 256, 256)]
    [TestCase("FrozenLake8x8-v1", 512, 512)]
    [TestCase("CliffWalking-v1", 720, 240)]
    [TestCase("Taxi-v4", 550, 350)]
    public void Render_Pixels_HaveGymnasiumsSize(string id, int width, int height)
    {
        using var environment = Environments[id]();
        environment.Reset([1], new float[1]);
        var picture = ((IRenderable)environment).Render(0, RenderMode.RgbArray);
        Assert.That((picture.Width, picture.Height, picture.Pixels.Length), Is.EqualTo((width, height, width * height * 3)));
    }

    [Test]
    public void Draw_OtherCell_ChangesTheTwoCellsAlone()
    {
        var (first, second) = (FrozenLakePicture.Draw(["SFFF", "FFFF"], 1), FrozenLakePicture.Draw(["SFFF", "FFFF"], 6));
        var changed = new HashSet<int>();
        for (int y = 0; y < first.Height; y++)
            for (int x = 0; x < first.Width; x++)
                if (first[x, y] != second[x, y]) changed.Add(y / 64 * 4 + x / 64);
        Assert.That(changed, Is.EquivalentTo(new[] { 1, 6 }));
    }

    [Test]
    public void WriteText_Blackjack_NamesCardAndHand() => Assert.That(
        BlackjackPicture.WriteText(new BlackjackHand(Sum: 7, HasAce: true, Cards: 2), (10, 2, 1)),
        Is.EqualTo("dealer shows queen of hearts\nplayer has 17 with a usable ace\n"));

    private static string TextOf(IVectorEnvironment environment) => ((IRenderable)environment).Render(0, RenderMode.Ansi).Text;
}
