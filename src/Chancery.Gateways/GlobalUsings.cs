global using System.Collections.Immutable;
global using Chancery.Messages;
global using Chancery.Office;
