package threeline.desk.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import threeline.desk.tenant.Tenant;

/** The bare address: of a desk, its first view; of the whole house, what there is to visit. */
@Controller
@Unasked("it only leads on")
class StartController {

    private final ObjectProvider<Side.Teller> teller;
    private final ObjectProvider<Invitation.Teller> invitations;

    StartController(ObjectProvider<Side.Teller> teller, ObjectProvider<Invitation.Teller> invitations) {
        this.teller = teller;
        this.invitations = invitations;
    }

    @GetMapping("/")
    String start(Model model) {
        if (Tenant.bound()) {
            return "redirect:" + firstView();
        }
        var known = invitations.getIfAvailable();
        model.addAttribute("invitations", known == null ? List.of() : known.all());
        return "web/start";
    }

    private String firstView() {
        var known = teller.getIfAvailable();
        var groups = known == null ? List.<Side.Group>of() : known.tell().groups();
        return groups.isEmpty()
                ? "/sign-in"
                : groups.getFirst().links().getFirst().path();
    }
}
