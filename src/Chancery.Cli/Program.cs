using System.CommandLine;

// "chancery --version" prints the version; the verbs are added here.
return new RootCommand("The record-message system of an office: read, check, file, find and show record messages.").Parse(args).Invoke();
