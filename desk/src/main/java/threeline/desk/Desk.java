package threeline.desk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import threeline.desk.database.DatabaseStart;

/** The desk's front door. */
@SpringBootApplication
public class Desk {

    public static void main(String[] arguments) {
        var desk = new SpringApplication(Desk.class);
        desk.addInitializers(new PortsAreFree(), new DatabaseStart());
        try {
            var running = desk.run(arguments);
            if (running.getEnvironment().matchesProfiles("add-desk", "audit", "account")) {
                System.exit(SpringApplication.exit(running));
            }
        } catch (RuntimeException _) {
            System.exit(1); // OneLine has said why
        }
    }
}
