"""审核时间确定及理由: the record of an audit time that certification bodies file and send out."""
