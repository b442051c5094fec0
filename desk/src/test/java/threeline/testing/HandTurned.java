package threeline.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import threeline.desk.ticket.DueTenants;
import threeline.desk.ticket.TicketDesk;

/** Puts the hand-turned time in place of the real one. */
@TestConfiguration(proxyBeanMethods = false)
class HandTurned {

    @Bean
    @Primary
    HandTurnedTime handTurnedTime() {
        return new HandTurnedTime();
    }

    @Bean
    WhatIsDue whatIsDue(DueTenants due, TicketDesk desk) {
        return new WhatIsDue(due, desk);
    }
}
