package threeline.desk;

import java.util.Objects;
import threeline.desk.mail.MailAddress;

/** What the first desk is made of. */
public record FirstForm(String code, String slug, String charter, String name, String email, String password) {

    public FirstForm {
        code = Objects.requireNonNullElse(code, ""); // a field may be missing in what is sent
        slug = Objects.requireNonNullElse(slug, "");
        charter = Objects.requireNonNullElse(charter, "");
        name = Objects.requireNonNullElse(name, "");
        email = Objects.requireNonNullElse(email, "");
        password = Objects.requireNonNullElse(password, "");
    }

    static final FirstForm EMPTY = new FirstForm("", "", "", "", "", "");

    boolean isAddress() {
        return email.strip().chars().allMatch(c -> c > ' ' && c != 127)
                && MailAddress.of(email.strip()).isUsable();
    }
}
