package threeline.desk.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import threeline.desk.database.Database.Login;

/** The owner makes the tables; the application works in them and can neither own, see past a row's tenant, nor become the owner. */
final class Roles {

    private static final int OLDEST = 150000;
    static final String DATABASE = "threeline";

    private Roles() {}

    /** Makes database and roles in a PostgreSQL of our own; what is there already stays. */
    static Database madeIn(PostgresServer server) {
        var secrets = server.secrets();
        var database = new Database(server.url(DATABASE), secrets.owner(), secrets.app());
        try (var root = open(server.url("postgres"), secrets.superuser())) {
            ensure(root, secrets.owner());
            ensure(root, secrets.app());
            if (!answers(root, "select exists (select from pg_database where datname = '%s')".formatted(DATABASE))) {
                run(
                        root,
                        "create database %s owner %s"
                                .formatted(DATABASE, secrets.owner().role()));
                run(root, "revoke all on database %s from public".formatted(DATABASE));
                run(
                        root,
                        "grant connect on database %s to %s"
                                .formatted(DATABASE, secrets.app().role()));
            }
        } catch (SQLException e) {
            throw new Trouble("the roles of the database could not be made: " + e.getMessage(), e);
        }
        return database;
    }

    /** Refuses a database that is too old, or whose application role may more than it should. */
    static void check(Database database) {
        try (var app = open(database.url(), database.app())) {
            refuseIf(app.getMetaData().getDatabaseMajorVersion() * 10000 < OLDEST, "PostgreSQL 15 or newer is needed");
            refuseIf(database.owner().role().equals(database.app().role()), "owner and application must be two roles");
            refuseIf(
                    answers(app, """
                    select exists (select from pg_roles where rolname = current_user
                        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication))"""),
                    "the role %s may do more than the application should; alter it to nosuperuser nobypassrls nocreaterole nocreatedb noreplication"
                            .formatted(database.app().role()));
            refuseIf(
                    answers(app, """
                    select exists (select from pg_shdepend where deptype = 'o' and refclassid = 'pg_authid'::regclass
                        and refobjid = current_user::regrole and dbid in (0,
                            (select oid from pg_database where datname = current_database())))"""),
                    "the role %s owns something in the database; row-level security would not bind it"
                            .formatted(database.app().role()));
            refuseIf(
                    answers(app, "select exists (select from pg_auth_members where member = current_user::regrole)"),
                    "the role %s is a member of another role; revoke it"
                            .formatted(database.app().role()));
        } catch (SQLException e) {
            throw new Trouble(
                    "the database does not answer: %s (%s); check threeline.database.url and the application role's password"
                            .formatted(firstLine(e), database.url()),
                    e);
        }
    }

    private static void ensure(Connection root, Login login) throws SQLException {
        var role = login.role();
        if (!answers(root, "select exists (select from pg_roles where rolname = '%s')".formatted(role))) {
            run(root, "create role %s".formatted(role));
        }
        run(
                root,
                "alter role %s login nosuperuser nobypassrls nocreaterole nocreatedb noreplication password '%s'"
                        .formatted(role, login.password()));
    }

    private static void refuseIf(boolean wrong, String why) {
        if (wrong) {
            throw new Trouble(why);
        }
    }

    private static boolean answers(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection open(String url, Login login) throws SQLException {
        DriverManager.setLoginTimeout(10);
        return DriverManager.getConnection(url, login.role(), login.password());
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
