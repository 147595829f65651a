using EnvHub.Cli;

// This process is this program's alone: where a backend needs newer system libraries, it may begin anew with them.
Rooms.MayBeginAnew = true;
return await HubCommand.RunAsync(args, Terminal.System).ConfigureAwait(false);
