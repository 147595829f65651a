using System.Runtime.CompilerServices;
using EnvHub.Cli;

// Before anything of the hub is loaded: where there is too little for that, nothing could say so.
if (!LastResort.HasDescriptors()) return 1;
LastResort.Watch();
return Run(args);

[MethodImpl(MethodImplOptions.NoInlining)]
static int Run(string[] args)
{
    // This process is this program's alone: where a backend needs newer system libraries, it may begin anew with them.
    Rooms.MayBeginAnew = true;
    return HubCommand.RunAsync(args, Terminal.System).GetAwaiter().GetResult();
}
