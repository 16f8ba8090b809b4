global using System.Text;
global using Chancery.Messages;
global using Chancery.Office;
global using Chancery.Storage.Contract;
