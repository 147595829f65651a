using EnvHub.Rendering;

namespace EnvHub.Envs.ClassicControl.Tests;

/// <summary>Pictures against closed forms of the geometry.</summary>
public sealed class PictureTests
{
    // Gymnasium's picture: 600 pixels for 4.8 m, the axle 107.5 above the lower edge, the pole 5 short of its length.
    [TestCase(0, 0)]
    [TestCase(1.5, 0.2)]
    [TestCase(-2, -0.15)]
    public void Draw_CartPole_PoleReachesFromAxleToTip(double x, double theta)
    {
        var canvas = CartPolePicture.Draw(x, theta, halfLength: 0.5);
        double axleX = 300 + 125 * x, axleY = 400 - 107.5;
        Color At(double distance) => canvas[(int)(axleX + distance * Math.Sin(theta)), (int)(axleY - distance * Math.Cos(theta))];
        Assert.That((At(60), At(117), At(123)), Is.EqualTo((Ink.Pole, Ink.Pole, Ink.Paper)));
    }

    [Test]
    public void Draw_MirroredCartPole_IsTheMirroredPicture()
    {
        var (one, other) = (CartPolePicture.Draw(0.7, 0.1, 0.5), CartPolePicture.Draw(-0.7, -0.1, 0.5));
        int worst = 0;
        for (int y = 0; y < one.Height; y++)
            for (int x = 0; x < one.Width; x++)
                worst = Math.Max(worst, Math.Abs(one[x, y].Red - other[one.Width - 1 - x, y].Red));
        Assert.That(worst, Is.LessThanOrEqualTo(1), "One step of rounding.");
    }

    [TestCase(0, 0, 0, 2)]
    [TestCase(Math.PI / 2, 0, 2, 0)]
    [TestCase(Math.PI, Math.PI / 2, -1, -1)]
    public void Tip_Acrobot_IsTheSumOfBothLinks(double theta1, double theta2, double right, double down)
    {
        var picture = new AcrobotPicture(linkLength1: 1);
        var tip = picture.Tip(theta1, theta2);
        double scale = 500 / 4.4;
        Assert.That(tip.X, Is.EqualTo(250 + right * scale).Within(1e-9));
        Assert.That(tip.Y, Is.EqualTo(250 + down * scale).Within(1e-9));
        Assert.That(picture.Draw(theta1, theta2)[(int)tip.X, (int)tip.Y], Is.EqualTo(Ink.Light));
    }

    [TestCase(0.0, 250, 250 - 500 / 4.4)]
    [TestCase(Math.PI / 2, 250 - 500 / 4.4, 250)]
    public void Draw_Pendulum_RodEndsAtTheTip(double theta, double x, double y)
    {
        var canvas = PendulumPicture.Draw(theta, double.NaN);
        Assert.That(canvas[(int)x, (int)y], Is.EqualTo(Ink.Flag));
        Assert.That(canvas[500 - (int)x, 500 - (int)y], Is.Not.EqualTo(Ink.Flag));
    }

    // The hill's height is 0.45·sin(3x) + 0.55, 600 pixels for 1.8.
    [TestCase(-1.0)]
    [TestCase(0.2)]
    public void Draw_MountainCar_HillHasItsHeight(double position)
    {
        var canvas = new MountainCarPicture(-1.2, 0.6, 0.5).Draw(-0.5);
        int x = (int)((position + 1.2) * 600 / 1.8);
        double top = 400 - (0.45 * Math.Sin(3 * position) + 0.55) * 600 / 1.8;
        Assert.That((canvas[x, (int)top - 5], canvas[x, (int)top + 5]), Is.EqualTo((Ink.Paper, Ink.Ground)));
    }

    [TestCaseSource(nameof(All))]
    public void Render_EveryEnvironment_OffersBothModes(Func<IVectorEnvironment> create)
    {
        using var environment = create();
        var renderable = (IRenderable)environment;
        Assert.That(() => renderable.Render(1, RenderMode.Ansi), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH1103"));
        environment.Reset([1, 2], new float[2 * environment.Spec.ObservationSpace.ElementSize]);
        var picture = renderable.Render(1, RenderMode.RgbArray);
        Assert.That(picture.Pixels.Length, Is.EqualTo(picture.Width * picture.Height * 3).And.Positive);
        Assert.That(renderable.Render(1, RenderMode.Ansi).Text, Does.Contain('\n'));
    }

    private static Func<IVectorEnvironment>[] All() =>
        [() => new CartPole(2), () => new MountainCar(2), () => new Acrobot(2), () => new Pendulum(2), () => new MountainCarContinuous(2)];
}
