package threeline.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells a desk under test where its database is, and to take whatever ports are free. */
class OnAFreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = TestPostgres.fresh();
        TestPropertyValues.of(
                        "threeline.database.url=" + database.url(),
                        "threeline.database.owner.role=" + database.owner().role(),
                        "threeline.database.owner.password=" + database.owner().password(),
                        "threeline.database.app.role=" + database.app().role(),
                        "threeline.database.app.password=" + database.app().password(),
                        "threeline.folder=target/desk-under-test",
                        "threeline.smtp.port=0",
                        "threeline.mail.identity.vouched=127.0.0.0/8",
                        "threeline.lmtp.port=0",
                        "threeline.mail.inside=127.0.0.0/8",
                        "threeline.site=https://desks.example",
                        "threeline.mail.relay.host=127.0.0.1",
                        "threeline.mail.relay.port=" + TestRelay.port(),
                        "management.server.port=0")
                .applyTo(context);
    }
}
