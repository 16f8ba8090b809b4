using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Storage.Sqlite;

/// <summary>A connection with the statements that were prepared on it. Used by one thread at a time.</summary>
internal sealed class Session : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    public Session(string file, params ReadOnlySpan<string> pragmas)
    {
        Connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            Connection.Open();
            Do("PRAGMA busy_timeout = 10000");
            foreach (var pragma in pragmas)
            {
                Do(pragma);
            }
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public SqliteConnection Connection { get; }

    /// <summary>A statement with its values in the places $1, $2 and so on; prepared at first use.</summary>
    public SqliteCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
            }
            prepared.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
        return command;
    }

    /// <summary>A statement that is run once for every message, with its values in the places $1, $2 and so on, in this order.</summary>
    public Statement Statement(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = new Statement(Connection, sql);
            statements.Add(sql, statement);
        }
        return statement;
    }

    /// <summary>Everything inside is on disk afterwards, or nothing of it is.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        try
        {
            Do(Sql.Begin);
            var answer = work();
            Do(Sql.End);
            return answer;
        }
        catch
        {
            Undo();
            throw;
        }
    }

    /// <inheritdoc cref="InTransaction{T}(Func{T})"/>
    public void InTransaction(Action work) =>
        InTransaction(() =>
        {
            work();
            return true;
        });

    private void Undo()
    {
        try
        {
            Do(Sql.Undo);
        }
        catch (SqliteException)
        {
            // SQLite has gone back by itself where the disk was full.
        }
    }

    public int Do(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    public T? One<T>(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteScalar() is T value ? value : default;

    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Command(sql, values).ExecuteReader();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }
        return rows;
    }

    /// <summary>Pages written to the log since the last call.</summary>
    public int TakePagesWritten()
    {
        _ = raw.sqlite3_db_status(Connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 1);
        return written;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }
        Connection.Dispose();
    }
}
