import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/** Runs the migrations on a throw-away PostgreSQL and writes one package of jOOQ types per schema. */
void main(String[] args) throws Exception {
    var migrations = Path.of(args[0]);
    var target = Path.of(args[1]);
    var stamp = target.resolve(".stamp");
    var state = digestOf(migrations);
    if (Files.exists(stamp) && Files.readString(stamp).equals(state)) {
        return;
    }
    try (var postgres = EmbeddedPostgres.builder()
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .start()) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("filesystem:" + migrations)
                .placeholders(Map.of("app", "postgres"))
                .load()
                .migrate();
        GenerationTool.generate(generation(postgres.getJdbcUrl("postgres", "postgres"), target));
    }
    Files.createDirectories(target);
    Files.writeString(stamp, state);
}

/** What the types depend on: the migrations and this very file. */
String digestOf(Path migrations) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var files = Files.walk(migrations)) {
        for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
            digest.update(file.getFileName().toString().getBytes());
            digest.update(Files.readAllBytes(file));
        }
    }
    digest.update(Files.readAllBytes(migrations.resolve("../../../../codegen/TablesToTypes.java")));
    return HexFormat.of().formatHex(digest.digest());
}

Configuration generation(String url, Path target) {
    var instants = new ForcedType()
            .withName("INSTANT")
            .withIncludeTypes("timestamptz|timestamp with time zone");
    var database = new Database()
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withExcludes("flyway_schema_history")
            .withSchemata(List.of("tenant", "people", "contract", "mail", "ticket", "timekeeping", "intake", "notification", "vendor", "audit", "webhook")
                    .stream()
                    .map(schema -> new SchemaMappingType().withInputSchema(schema))
                    .toList())
            .withForcedTypes(instants);
    return new Configuration()
            .withLogging(Logging.WARN)
            .withJdbc(new Jdbc().withUrl(url).withUser("postgres"))
            .withGenerator(new Generator()
                    .withDatabase(database)
                    .withGenerate(new Generate().withComments(false).withGlobalCatalogReferences(false))
                    .withTarget(new Target().withPackageName("threeline.desk.db").withDirectory(target.toString())));
}
