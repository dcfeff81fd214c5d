"""ClauseBot in Slack: a Bolt app over Socket Mode or HTTP. See README.md in this folder."""
