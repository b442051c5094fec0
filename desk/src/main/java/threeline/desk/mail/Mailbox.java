package threeline.desk.mail;

import java.util.UUID;

/** An address of a desk's own, and the channel of its charter that it is. */
public record Mailbox(UUID tenant, String address, String name, String channel) {

    public MailAddress asAddress() {
        return new MailAddress(address, name);
    }
}
