package threeline.testing;

import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.contract.Charters;
import threeline.desk.people.Agents;
import threeline.desk.people.Organizations;
import threeline.desk.people.Requesters;
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.Timeline;

/** What a test of a running desk asks for: the desk that it makes for itself, its people and its tickets. */
@DeskTest
public abstract class RunningDesk {

    @Autowired
    protected Tenants tenants;

    @Autowired
    protected Charters charters;

    @Autowired
    protected Agents agents;

    @Autowired
    protected Requesters requesters;

    @Autowired
    protected Organizations organizations;

    @Autowired
    protected Passwords passwords;

    @Autowired
    protected TicketDesk desk;

    @Autowired
    protected TicketQueue queue;

    @Autowired
    protected Timeline timeline;

    @Autowired
    protected DSLContext db;

    @Autowired
    protected TransactionTemplate transactions;

    @Autowired
    protected HandTurnedTime time;

    /** Made by the test, so that nobody meets anybody. */
    protected Tenant tenant;
}
