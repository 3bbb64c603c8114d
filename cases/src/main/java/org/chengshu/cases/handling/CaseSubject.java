package org.chengshu.cases.handling;

import org.chengshu.kernel.Text;

/** The thing whose alarm opened a case. */
public record CaseSubject(String kind, String id, Text title) {}
