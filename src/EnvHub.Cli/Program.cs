using EnvHub.Cli;

return await HubCommand.RunAsync(args, Terminal.System).ConfigureAwait(false);
