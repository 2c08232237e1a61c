package io.contractcheck.openapi;

import java.util.List;
import java.util.Map;

/**
 * One alternative of an operation's security: all of its schemes together.
 *
 * @param schemes the scopes by the name of the scheme, in document order; empty when no authentication is needed
 */
public record SecurityRequirement(Map<String, List<String>> schemes) {}
