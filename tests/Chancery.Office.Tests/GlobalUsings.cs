global using Chancery.Messages;
global using Chancery.Office;
