package com.example.bookshop.api;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.springframework.boot.autoconfigure.validation.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Counts the characters of a text as its document and PostgreSQL do. {@link String#length()}, which {@code @Size} takes
 * by default, counts an emoji as two.
 */
@Configuration(proxyBeanMethods = false)
class CharacterCounting {
    @Bean
    ValidationConfigurationCustomizer countCodePoints() {
        return configuration -> {
            HibernateValidatorConfiguration hibernate = (HibernateValidatorConfiguration) configuration;
            ConstraintMapping mapping = hibernate.createConstraintMapping();
            mapping.constraintDefinition(Size.class)
                    .includeExistingValidators(false)
                    .validatedBy(SizeOfText.class)
                    .validatedBy(SizeOfItems.class);
            hibernate.addMapping(mapping);
        };
    }

    static final class SizeOfText implements ConstraintValidator<Size, String> {
        private Size size;

        @Override
        public void initialize(Size size) {
            this.size = size;
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || within(size, text.codePointCount(0, text.length()));
        }
    }

    static final class SizeOfItems implements ConstraintValidator<Size, Iterable<?>> {
        private Size size;

        @Override
        public void initialize(Size size) {
            this.size = size;
        }

        @Override
        public boolean isValid(Iterable<?> items, ConstraintValidatorContext context) {
            if (items == null) {
                return true;
            }
            int count = 0;
            for (Object ignored : items) {
                count++;
            }
            return within(size, count);
        }
    }

    private static boolean within(Size size, int count) {
        return size.min() <= count && count <= size.max();
    }
}
