package com.example.bookshop.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document says beyond what springdoc reads from the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("Book shop")
                        .version("1.0.0")
                        .description("Books, their authors, what readers think of them, and orders."));
    }

    @Bean
    OpenApiCustomizer problemsOfEveryOperation() {
        return api -> {
            ModelConverters.getInstance(true).read(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .map(operation -> operation.getResponses())
                    .forEach(responses -> responses
                            .addApiResponse("400", problem("The request breaks this document."))
                            .addApiResponse("500", problem("The shop failed.")));
        };
    }

    private static ApiResponse problem(String description) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", problem));
    }
}
