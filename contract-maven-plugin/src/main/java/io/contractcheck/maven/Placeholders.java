package io.contractcheck.maven;

import io.contractcheck.ContractException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Finds what Maven loses without a word: a parameter that is nothing but <code>${name}</code> counts as not set where there is no such name,
 * so that a missing variable would be a run without credentials.
 *
 * @param evaluate gives what Maven puts in place of an expression, null if there is nothing
 */
record Placeholders(Function<String, @Nullable Object> evaluate) {
    private static final Pattern WHOLE = Pattern.compile("\\s*(\\$\\{([^}]+)})\\s*");

    /**
     * Looks at some parameters as they were configured.
     *
     * @throws ContractException if one was lost
     */
    void check(Xpp3Dom configuration, List<String> parameters) {
        for (String parameter : parameters) {
            Xpp3Dom element = configuration.getChild(parameter);
            if (element != null) {
                check(parameter, element);
            }
        }
    }

    /**
     * Looks at the elements in a parameter, which itself may be empty.
     *
     * @throws ContractException if one was lost
     */
    void checkElements(Xpp3Dom configuration, String parameter) {
        Xpp3Dom element = configuration.getChild(parameter);
        if (element != null && element.getChildCount() > 0) {
            check(parameter, element);
        }
    }

    /** A user by name, a credential by number, as in other messages. */
    private static String place(String parent, int index, Xpp3Dom child) {
        if (parent.equals("users")) {
            Xpp3Dom name = child.getChild("name");
            return parent + "/" + (name == null ? index + 1 + ". user" : name.getValue());
        }
        return parent.endsWith("/credentials")
                ? parent.replaceFirst("credentials$", index + 1 + ". credential")
                : parent + "/" + child.getName();
    }

    private void check(String parameter, Xpp3Dom element) {
        for (int i = 0; i < element.getChildCount(); i++) {
            Xpp3Dom child = element.getChild(i);
            check(place(parameter, i, child), child);
        }
        Matcher matcher = WHOLE.matcher(element.getValue() == null ? "" : element.getValue());
        if (!matcher.matches()) {
            return;
        }
        String expression = matcher.group(1);
        // As the plugin's own descriptor has it, for which nobody need have given a value
        boolean own = matcher.group(2).equals("contract." + parameter);
        Object value = evaluate.apply(expression);
        if (value == null && !own) {
            throw Texts.unresolved(parameter, expression);
        }
        if (value instanceof String text && text.isBlank()) {
            throw new ContractException(parameter + ": is empty"
                    + (own
                            ? " (-D" + matcher.group(2) + "= is there, without a value)"
                            : ": " + expression + " is there, without a value")
                    + ". A variable that should fill it may be missing in this place, as in a job of CI. Leave the parameter"
                    + " out if nothing belongs there.");
        }
    }
}
