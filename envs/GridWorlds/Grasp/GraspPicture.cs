using EnvHub.Rendering;

namespace EnvHub.Envs.GridWorlds;

/// <summary>A table for people.</summary>
internal static class GraspPicture
{
    public static Canvas Draw(GraspState state)
    {
        var canvas = BoardPicture.Blank();
        canvas.FillRoundedRectangle(BoardPicture.CornerOf(state.Tray) + new Point(3, 3), new(34, 34), 5, BoardPicture.Aim);
        canvas.FillCircle(BoardPicture.CentreOf(state.Thing), 9, BoardPicture.Thing);
        // Two fingers, apart or together.
        var corner = BoardPicture.CornerOf(state.Gripper);
        int inset = state.IsClosed ? 8 : 1;
        canvas.FillRectangle(corner + new Point(inset, 4), 5, 32, BoardPicture.Actor);
        canvas.FillRectangle(corner + new Point(BoardPicture.Cell - 5 - inset, 4), 5, 32, BoardPicture.Actor);
        canvas.FillRectangle(corner + new Point(inset, 1), BoardPicture.Cell - 2 * inset, 5, BoardPicture.Actor);
        return canvas;
    }

    /// <summary>U open gripper, V closed, W holding; o object, T tray; a gripper hides what is below it.</summary>
    public static string Write(GraspState state)
    {
        char gripper = state.IsHeld ? 'W' : state.IsClosed ? 'V' : 'U';
        return BoardPicture.Write(cell => cell == state.Gripper ? gripper : cell == state.Thing ? 'o' : cell == state.Tray ? 'T' : '.');
    }
}
