package org.chengshu.cases.handling;

import java.util.Optional;

/**
 * What a person asks to be done to a case; {@code department} is an organisation's code, {@code handler} a name. With
 * {@code withoutSupport} the lead does not wait for the supporting departments.
 */
public record ActionRequest(
        CaseAction action,
        Optional<String> note,
        Optional<String> department,
        Optional<String> handler,
        boolean withoutSupport) {}
