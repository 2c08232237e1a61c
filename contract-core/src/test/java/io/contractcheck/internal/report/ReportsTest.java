package io.contractcheck.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.Sample;
import io.contractcheck.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportsTest {
    private final RunSummary summary = RunSummary.of(Sample.events());

    @TempDir
    private Path folder;

    private String written(Report report) throws IOException {
        StringWriter out = new StringWriter();
        report.write(summary, out);
        return out.toString();
    }

    @Test
    void summary_json_holds_the_run() throws IOException {
        JsonNode json = Json.parse(written(new SummaryJson()));
        assertThat(json.path("tool").asText()).isEqualTo("ContractCheck");
        assertThat(json.path("version").asText()).isEqualTo("0.1.0");
        assertThat(json.path("spec").asText()).isEqualTo("api.yaml");
        assertThat(json.path("baseUrl").asText()).isEqualTo("http://127.0.0.1:1");
        assertThat(json.path("seed").asLong()).isEqualTo(42);
        assertThat(json.path("operations").asInt()).isEqualTo(3);
        assertThat(json.path("operationsReached2xx").asInt()).isEqualTo(1);
        assertThat(json.path("cases").asInt()).isEqualTo(4);
        assertThat(json.path("requests").asInt()).isEqualTo(5);
        assertThat(json.path("elapsedMillis").asInt()).isEqualTo(4000);
        assertThat(json.path("phases").get(0).path("name").asText()).isEqualTo("examples");
        assertThat(json.path("notTested").get(0).path("operation").asText()).isEqualTo("PUT /books");
        assertThat(json.path("withheld"))
                .containsExactly(Json.parse(
                        "{\"operation\":\"POST /books\",\"cases\":1,\"reason\":\"body at /name: too long\"}"));
        assertThat(json.path("errors")).hasSize(2);
        assertThat(json.path("doubts"))
                .containsExactly(Json.parse("{\"kind\":\"missing_auth\",\"fails\":true,\"message\":\"all were 401\"}"));
        assertThat(json.path("perCheck"))
                .containsExactly(
                        Json.parse("{\"check\":\"response_schema_conformance\",\"operations\":2,\"judged\":2}"));
        assertThat(json.path("hooks"))
                .containsExactly(Json.parse("{\"name\":\"a.Hook\",\"origin\":\"hooks.jar\",\"artifact\":\"a:hooks:1\","
                        + "\"hash\":\"sha256:00\",\"required\":true,\"calls\":4,\"applied\":3}"));
        assertThat(json.path("credentials"))
                .containsExactly(Json.parse("{\"user\":\"alice\",\"credential\":\"bearer\","
                        + "\"description\":\"a token of 20 characters\",\"requests\":3}"));
        JsonNode books = json.path("perOperation").get(0);
        assertThat(books.path("validStatuses")).isEqualTo(Json.parse("{\"200\":1,\"404\":1}"));
        assertThat(books.path("validStatusesWithCredentials")).isEqualTo(books.path("validStatuses"));
        JsonNode finding = json.path("findings").get(0);
        assertThat(finding.path("check").asText()).isEqualTo("response_schema_conformance");
        assertThat(finding.path("operation").asText()).isEqualTo("GET /books");
        assertThat(finding.path("title").asText()).isEqualTo("Response violates schema");
        assertThat(finding.path("message").asText()).isEqualTo("line one\nline two");
        assertThat(finding.path("advice").asText()).isEqualTo("do this");
        assertThat(finding.path("severity").asText()).isEqualTo("high");
        assertThat(finding.path("occurrences").asInt()).isEqualTo(2);
        assertThat(finding.path("request").path("url").asText()).isEqualTo("http://127.0.0.1:1/books?q=%20");
        assertThat(finding.path("response").path("status").asInt()).isEqualTo(200);
        assertThat(finding.path("response").path("headers").isObject()).isTrue();
        assertThat(finding.path("response").path("body").asText()).contains("-1");
        assertThat(finding.path("reproduce").asText()).startsWith("curl ");
    }

    @Test
    void summary_json_holds_what_hooks_did() throws IOException {
        JsonNode json = Json.parse(written(new SummaryJson()));
        JsonNode finding = json.path("findings").get(1);
        assertThat(finding.path("operation").asText()).isEqualTo("the whole run");
        assertThat(finding.has("request") || finding.has("response") || finding.has("reproduce"))
                .isFalse();
        assertThat(json.path("leftOut"))
                .containsExactly(
                        Json.parse(
                                "{\"hook\":\"a.Hook\",\"kind\":\"operation\",\"operation\":\"DELETE /books\",\"times\":1}"),
                        Json.parse("{\"hook\":\"a.Hook\",\"kind\":\"case\",\"operation\":\"POST /books\",\"times\":1}"),
                        Json.parse("{\"hook\":\"a.Hook\",\"kind\":\"failure\",\"operation\":\"GET /books\",\"failure\":"
                                + "\"response_schema_conformance: Response violates schema\",\"times\":1}"));
        assertThat(json.path("hooks").get(0))
                .isEqualTo(Json.parse("{\"name\":\"a.Hook\",\"origin\":\"hooks.jar\",\"artifact\":\"a:hooks:1\","
                        + "\"hash\":\"sha256:00\",\"required\":true,\"calls\":4,\"applied\":3}"));
    }

    @Test
    void junit_xml_is_valid_by_surefires_schema() throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ReportsTest.class.getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(written(new JUnitXml()))));
    }

    @Test
    void junit_xml_has_a_test_case_for_each_operation_and_check() throws Exception {
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(written(new JUnitXml()))))
                .getDocumentElement();
        List<String> cases = new ArrayList<>();
        NodeList nodes = suite.getElementsByTagName("testcase");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element element = (Element) nodes.item(i);
            NodeList outcome = element.getElementsByTagName("*");
            cases.add(element.getAttribute("classname") + " " + element.getAttribute("name") + " "
                    + (outcome.getLength() == 0 ? "passed" : outcome.item(0).getNodeName()));
        }
        assertThat(cases)
                .containsExactly(
                        "ContractCheck run error",
                        "ContractCheck missing_auth error",
                        "GET /books not_a_server_error passed",
                        "GET /books response_schema_conformance failure",
                        "POST /books not_a_server_error passed",
                        "the whole run own_check failure",
                        "PUT /books not_tested skipped",
                        "POST /books error error",
                        "POST /books error error");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains("line one\nline two\ndo this\n");
        assertThat(suite.getAttribute("tests")).isEqualTo("9");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("errors")).isEqualTo("4");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getAttribute("name")).isEqualTo("ContractCheck: Shop <&> \uFFFD");
    }

    @Test
    void each_report_goes_to_its_own_file_in_the_folder() throws IOException {
        for (Report report : Reports.standard()) {
            Path file = Reports.write(report, summary, folder.resolve("a/b"));
            assertThat(Files.readString(file)).isNotEmpty();
        }
        assertThat(folder.resolve("a/b/summary.json")).exists();
        assertThat(folder.resolve("a/b/junit.xml")).exists();
    }
}
