namespace EnvHub.Hosting.Tests;

public class TemplateNamesTests
{
    [TestCase(PluginKind.Environment, "my-lab/Maze-v0", "MyLab.Maze", "my-lab.maze")]
    [TestCase(PluginKind.Environment, "Maze", "Environments.Maze", "environments.maze")]
    [TestCase(PluginKind.Environment, "my_lab/two.rooms-v12", "MyLab.TwoRooms", "my-lab.two-rooms")]
    [TestCase(PluginKind.Environment, "3d/2048-v0", "N3d.N2048", "3d.2048")]
    [TestCase(PluginKind.Environment, "EnvHub/Maze-v0", "EnvHubPlugins.Maze", "env-hub.maze")]
    [TestCase(PluginKind.Environment, "maze/maze-v0", "Maze.MazeEnvironment", "maze.maze")]
    [TestCase(PluginKind.Learner, "my-dqn", "Learners.MyDqn", "learners.my-dqn")]
    [TestCase(PluginKind.Wrapper, "StepCost", "Wrappers.StepCost", "wrappers.step-cost")]
    public void Of_Id_GivesNamesOfCodeAndPlugin(PluginKind kind, string id, string project, string plugin)
    {
        var names = TemplateNames.Of(kind, id);
        Assert.That((names.Project, names.Plugin, names.Id), Is.EqualTo((project, plugin, id)));
        Assert.That(new PluginManifest { Id = names.Plugin, Name = "x", Version = "1", Contract = "2.0", Assembly = $"{names.Project}.dll" }.Validate(new(names)), Is.Empty);
    }

    // A class of one of these names would hide what the template's code means by it.
    [TestCase("x/Canvas-v0", "CanvasEnvironment")]
    [TestCase("x/DiscreteSpace-v0", "DiscreteSpaceEnvironment")]
    [TestCase("x/Math-v0", "MathEnvironment")]
    [TestCase("x/Enumerable-v0", "EnumerableEnvironment")]
    [TestCase("x/RandomGenerator-v0", "RandomGeneratorEnvironment")]
    public void Of_NameOfATypeThatTemplatesUse_IsAnother(string id, string name) => Assert.That(TemplateNames.Of(PluginKind.Environment, id).Name, Is.EqualTo(name));
}
