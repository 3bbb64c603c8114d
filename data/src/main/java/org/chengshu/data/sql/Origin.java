package org.chengshu.data.sql;

import org.chengshu.data.LineageEdge.How;

/** A field of a relation that something is made of, and how. */
public record Origin(String relation, String field, How how) {}
