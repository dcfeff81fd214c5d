"""The register (登记册): certificates, what happened to them, who said so and when."""
