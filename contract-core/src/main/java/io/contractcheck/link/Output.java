package io.contractcheck.link;

import java.util.List;
import java.util.Set;

/**
 * A value in an answer that may name a resource.
 *
 * @param source where it stands
 * @param nouns what the resource around it may be called, each in words and in singular
 * @param name words of the member it stands in; none where it is the whole answer
 * @param types of JSON that it may have
 */
record Output(Source source, List<List<String>> nouns, List<String> name, Set<Input.Type> types) {}
