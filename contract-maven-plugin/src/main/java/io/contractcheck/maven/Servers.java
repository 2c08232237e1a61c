package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.Names;
import java.util.List;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** The servers of settings.xml, decrypted. */
record Servers(Settings settings, SettingsDecrypter decrypter) {
    /**
     * The server of that id.
     *
     * @param parameter that names it
     * @throws ContractException if there is none, or it cannot be decrypted
     */
    Server named(String parameter, String id) {
        Server server = settings.getServer(id);
        if (server == null) {
            throw unknown(parameter, id);
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            throw new ContractException(parameter + ": the server '" + id + "' of settings.xml cannot be decrypted: "
                    + problem.getMessage() + "\nLook at the master password in ~/.m2/settings-security.xml: it must be"
                    + " the one with which 'mvn --encrypt-password' was called.");
        }
        return result.getServer();
    }

    private ContractException unknown(String parameter, String id) {
        List<String> known =
                settings.getServers().stream().map(Server::getId).distinct().toList();
        if (known.isEmpty()) {
            return new ContractException(parameter + ": '" + id + "' is not known, since settings.xml has no server."
                    + "\nAdd <server><id>" + id + "</id><username>...</username><password>...</password></server> to"
                    + " ~/.m2/settings.xml, or name the file that has it with 'mvn -s'.");
        }
        return Names.unknown(parameter, id, known);
    }
}
